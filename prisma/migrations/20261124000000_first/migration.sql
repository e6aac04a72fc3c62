-- CreateTable
CREATE TABLE "Dataset" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "structure" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "numArchitectures" INTEGER NOT NULL,
    "numRejected" INTEGER NOT NULL,
    "space" TEXT NOT NULL,
    "metrics" TEXT NOT NULL,
    "report" TEXT NOT NULL,
    "sample" TEXT
);

-- CreateTable
CREATE TABLE "Architecture" (
    "datasetId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "sourceId" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "codes" TEXT NOT NULL,
    "metrics" TEXT NOT NULL,

    PRIMARY KEY ("datasetId", "position"),
    CONSTRAINT "Architecture_datasetId_fkey" FOREIGN KEY ("datasetId") REFERENCES "Dataset" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RejectedRow" (
    "datasetId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    PRIMARY KEY ("datasetId", "position"),
    CONSTRAINT "RejectedRow_datasetId_fkey" FOREIGN KEY ("datasetId") REFERENCES "Dataset" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Predictor" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "datasetId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "backend" TEXT NOT NULL,
    "settings" TEXT NOT NULL,
    "metrics" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    CONSTRAINT "Predictor_datasetId_fkey" FOREIGN KEY ("datasetId") REFERENCES "Dataset" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AssembledArchitecture" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "datasetId" TEXT NOT NULL,
    "predictorId" TEXT,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "architecture" TEXT NOT NULL,
    "predicted" TEXT,
    CONSTRAINT "AssembledArchitecture_datasetId_fkey" FOREIGN KEY ("datasetId") REFERENCES "Dataset" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AssembledArchitecture_predictorId_fkey" FOREIGN KEY ("predictorId") REFERENCES "Predictor" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LoadedSample" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "loadedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Predictor_datasetId_createdAt_idx" ON "Predictor"("datasetId", "createdAt");

-- CreateIndex
CREATE INDEX "AssembledArchitecture_datasetId_createdAt_idx" ON "AssembledArchitecture"("datasetId", "createdAt");

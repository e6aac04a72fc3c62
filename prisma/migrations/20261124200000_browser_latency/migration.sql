-- What a browser measured of an assembled architecture's network: one row per backend, the latest.
CREATE TABLE "BrowserLatency" (
    "assembledId" TEXT NOT NULL,
    "backend" TEXT NOT NULL,
    "threads" INTEGER,
    "medianMs" REAL NOT NULL,
    "lowMs" REAL NOT NULL,
    "highMs" REAL NOT NULL,
    "numTimes" INTEGER NOT NULL,
    "numWarmUps" INTEGER NOT NULL,
    "template" TEXT NOT NULL,
    "inputShape" TEXT NOT NULL,
    "measuredAt" DATETIME NOT NULL,

    PRIMARY KEY ("assembledId", "backend"),
    CONSTRAINT "BrowserLatency_assembledId_fkey" FOREIGN KEY ("assembledId") REFERENCES "AssembledArchitecture" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

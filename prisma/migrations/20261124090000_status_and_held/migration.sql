-- How an evaluation failed, and what was read of rows that only the search space refused.
ALTER TABLE "Architecture" ADD COLUMN "status" TEXT;
ALTER TABLE "RejectedRow" ADD COLUMN "held" TEXT;

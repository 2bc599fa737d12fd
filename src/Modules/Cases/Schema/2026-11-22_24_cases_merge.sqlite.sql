-- Reports of one thing become one case, and can become several again.
ALTER TABLE cases_case ADD COLUMN master_id TEXT NULL;
ALTER TABLE cases_case ADD COLUMN merged_from TEXT NULL;
ALTER TABLE cases_case ADD COLUMN joined INTEGER NOT NULL DEFAULT 0;
CREATE INDEX ix_cases_case_master_id ON cases_case (master_id) WHERE master_id IS NOT NULL;

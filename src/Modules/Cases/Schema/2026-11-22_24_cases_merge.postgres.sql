-- Reports of one thing become one case, and can become several again.
ALTER TABLE cases_case ADD COLUMN master_id uuid NULL;
ALTER TABLE cases_case ADD COLUMN merged_from text NULL;
ALTER TABLE cases_case ADD COLUMN joined integer NOT NULL DEFAULT 0;
CREATE INDEX ix_cases_case_master_id ON cases_case (master_id) WHERE master_id IS NOT NULL;

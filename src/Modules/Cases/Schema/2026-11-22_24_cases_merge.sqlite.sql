-- Reports of one thing become one case, and can become several again.
ALTER TABLE cases_case ADD COLUMN master_id TEXT NULL;
ALTER TABLE cases_case ADD COLUMN merged_from TEXT NULL;
ALTER TABLE cases_case ADD COLUMN joined INTEGER NOT NULL DEFAULT 0;
CREATE INDEX ix_cases_case_master_id ON cases_case (master_id) WHERE master_id IS NOT NULL;
-- Open cases that may tell of the same thing: of one grid, and of one leaf.
CREATE INDEX ix_cases_case_like_place ON cases_case (division_code, received_at) WHERE closed_at IS NULL;
CREATE INDEX ix_cases_case_like_category ON cases_case (category_code, received_at, division_code) WHERE closed_at IS NULL;

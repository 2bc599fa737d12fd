-- Cases that a supervisor follows to their end.
ALTER TABLE cases_case ADD COLUMN supervised_until TEXT NULL;
ALTER TABLE cases_case ADD COLUMN supervisor_id TEXT NULL;
ALTER TABLE cases_case ADD COLUMN supervisor_answered_at INTEGER NULL;
CREATE INDEX ix_cases_case_supervised ON cases_case (supervised_until, division_code) WHERE supervised_until IS NOT NULL;

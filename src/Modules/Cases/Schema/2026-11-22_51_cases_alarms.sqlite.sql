ALTER TABLE cases_case ADD COLUMN alarm_at INTEGER NULL;
ALTER TABLE cases_case ADD COLUMN alarm_step INTEGER NOT NULL DEFAULT 0;
CREATE INDEX ix_cases_case_alarm_at ON cases_case (alarm_at) WHERE alarm_at IS NOT NULL;

ALTER TABLE cases_case ADD COLUMN alarm_at timestamp with time zone NULL;
ALTER TABLE cases_case ADD COLUMN alarm_step integer NOT NULL DEFAULT 0;
CREATE INDEX ix_cases_case_alarm_at ON cases_case (alarm_at) WHERE alarm_at IS NOT NULL;

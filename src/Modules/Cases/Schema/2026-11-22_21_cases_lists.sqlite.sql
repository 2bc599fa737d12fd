-- Lists in order of due time walk the open cases only; conditions are answered within the index.
DROP INDEX ix_cases_case_due_at;
DROP INDEX ix_cases_case_division_code_status;
DROP INDEX ix_cases_case_category_code;
CREATE INDEX ix_cases_case_due_order_division_code_status_category_code ON cases_case (due_order, division_code, status, category_code) WHERE closed_at IS NULL;
CREATE INDEX ix_cases_case_status_division_code_unit_id_category_code ON cases_case (status, division_code, unit_id, category_code);
CREATE INDEX ix_cases_case_category_code_received_at ON cases_case (category_code, received_at);

CREATE TABLE cases_alert (
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    clock_started_at INTEGER NOT NULL,
    percent INTEGER NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT pk_cases_alert PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_cases_alert_case_id_clock_started_at_percent ON cases_alert (case_id, clock_started_at, percent);
CREATE INDEX ix_cases_alert_at ON cases_alert (at);

CREATE TABLE cases_standard_text (
    id TEXT NOT NULL,
    action TEXT NOT NULL,
    category_code TEXT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_cases_standard_text PRIMARY KEY (id)
);
CREATE INDEX ix_cases_standard_text_action ON cases_standard_text (action);

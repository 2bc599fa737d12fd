CREATE TABLE cases_dead_letter (
    id TEXT NOT NULL,
    channel TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    division_code TEXT NOT NULL,
    payload BLOB NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    case_id TEXT NULL,
    settled_at INTEGER NULL,
    settled_by TEXT NULL,
    remark TEXT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_cases_dead_letter PRIMARY KEY (id)
);
CREATE INDEX ix_cases_dead_letter_state_received_at ON cases_dead_letter (state, received_at);

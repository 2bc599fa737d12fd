CREATE TABLE cases_call (
    id TEXT NOT NULL,
    clerk_id TEXT NULL,
    clerk_name TEXT NOT NULL,
    division_code TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    phone BLOB NULL,
    phone_fingerprint BLOB NULL,
    masked_phone TEXT NULL,
    words TEXT NULL,
    said TEXT NULL,
    case_id TEXT NULL,
    CONSTRAINT pk_cases_call PRIMARY KEY (id)
);
CREATE INDEX ix_cases_call_started_at ON cases_call (started_at);
CREATE INDEX ix_cases_call_clerk_id_started_at ON cases_call (clerk_id, started_at);
CREATE INDEX ix_cases_call_phone_fingerprint ON cases_call (phone_fingerprint) WHERE phone_fingerprint IS NOT NULL;

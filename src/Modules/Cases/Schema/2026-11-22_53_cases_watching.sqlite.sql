CREATE TABLE cases_watch (
    account_id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    seen_at INTEGER NOT NULL,
    CONSTRAINT pk_cases_watch PRIMARY KEY (account_id, case_id)
);
CREATE TABLE cases_mention (
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    entry_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    seen_at INTEGER NULL,
    CONSTRAINT pk_cases_mention PRIMARY KEY (id)
);
CREATE INDEX ix_cases_mention_account_id_at ON cases_mention (account_id, at) WHERE seen_at IS NULL;

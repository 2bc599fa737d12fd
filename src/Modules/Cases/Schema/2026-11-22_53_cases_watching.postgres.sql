CREATE TABLE cases_watch (
    account_id uuid NOT NULL,
    case_id uuid NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_cases_watch PRIMARY KEY (account_id, case_id)
);
CREATE TABLE cases_mention (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    account_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NULL,
    CONSTRAINT pk_cases_mention PRIMARY KEY (id)
);
CREATE INDEX ix_cases_mention_account_id_at ON cases_mention (account_id, at) WHERE seen_at IS NULL;

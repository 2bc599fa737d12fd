CREATE TABLE cases_saved_filter (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    reach TEXT NOT NULL,
    unit_id TEXT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_cases_saved_filter PRIMARY KEY (id)
);
CREATE INDEX ix_cases_saved_filter_owner_id ON cases_saved_filter (owner_id);
CREATE TABLE cases_first_filter (
    account_id TEXT NOT NULL,
    filter_id TEXT NOT NULL,
    CONSTRAINT pk_cases_first_filter PRIMARY KEY (account_id)
);
CREATE INDEX ix_cases_first_filter_filter_id ON cases_first_filter (filter_id);

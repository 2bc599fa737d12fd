CREATE TABLE cases_saved_filter (
    id uuid NOT NULL,
    name text NOT NULL,
    query text NOT NULL,
    owner_id uuid NOT NULL,
    reach text NOT NULL,
    unit_id uuid NULL,
    version integer NOT NULL,
    CONSTRAINT pk_cases_saved_filter PRIMARY KEY (id)
);
CREATE INDEX ix_cases_saved_filter_owner_id ON cases_saved_filter (owner_id);
CREATE TABLE cases_first_filter (
    account_id uuid NOT NULL,
    filter_id uuid NOT NULL,
    CONSTRAINT pk_cases_first_filter PRIMARY KEY (account_id)
);
CREATE INDEX ix_cases_first_filter_filter_id ON cases_first_filter (filter_id);

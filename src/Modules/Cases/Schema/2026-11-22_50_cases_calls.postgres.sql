CREATE TABLE cases_call (
    id uuid NOT NULL,
    clerk_id uuid NULL,
    clerk_name text NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    started_at timestamp with time zone NOT NULL,
    seconds integer NOT NULL,
    outcome text NOT NULL,
    phone bytea NULL,
    phone_fingerprint bytea NULL,
    masked_phone text NULL,
    words text NULL,
    said text NULL,
    case_id uuid NULL,
    CONSTRAINT pk_cases_call PRIMARY KEY (id)
);
CREATE INDEX ix_cases_call_started_at ON cases_call (started_at);
CREATE INDEX ix_cases_call_clerk_id_started_at ON cases_call (clerk_id, started_at);
CREATE INDEX ix_cases_call_phone_fingerprint ON cases_call (phone_fingerprint) WHERE phone_fingerprint IS NOT NULL;

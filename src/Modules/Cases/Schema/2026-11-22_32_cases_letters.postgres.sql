CREATE TABLE cases_dead_letter (
    id uuid NOT NULL,
    channel text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    payload bytea NULL,
    reason text NOT NULL,
    state text NOT NULL,
    case_id uuid NULL,
    settled_at timestamp with time zone NULL,
    settled_by text NULL,
    remark text NULL,
    version integer NOT NULL,
    CONSTRAINT pk_cases_dead_letter PRIMARY KEY (id)
);
CREATE INDEX ix_cases_dead_letter_state_received_at ON cases_dead_letter (state, received_at);

CREATE TABLE cases_upload (
    id uuid NOT NULL,
    channel text NOT NULL,
    file_name text NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    actor_id uuid NULL,
    actor_name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    content bytea NOT NULL,
    rows integer NOT NULL,
    columns text NOT NULL,
    state text NOT NULL,
    taken integer NOT NULL,
    existing integer NOT NULL,
    refusals text NOT NULL,
    refused integer NOT NULL,
    ended_at timestamp with time zone NULL,
    version integer NOT NULL,
    CONSTRAINT pk_cases_upload PRIMARY KEY (id)
);
CREATE INDEX ix_cases_upload_created_at ON cases_upload (created_at);

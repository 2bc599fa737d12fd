-- Versions of taxonomy and responsibility list; categories out of use and what took their place.
CREATE TABLE cases_revision (
    id uuid NOT NULL,
    file_name text NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    actor_id uuid NULL,
    actor_name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    content bytea NOT NULL,
    changes integer NOT NULL,
    refused integer NOT NULL,
    state text NOT NULL,
    effective_from timestamp with time zone NULL,
    applied_at timestamp with time zone NULL,
    version integer NOT NULL,
    CONSTRAINT pk_cases_revision PRIMARY KEY (id)
);
CREATE INDEX ix_cases_revision_created_at ON cases_revision (created_at);
CREATE INDEX ix_cases_revision_effective_from ON cases_revision (effective_from) WHERE applied_at IS NULL;
ALTER TABLE cases_category ADD COLUMN ended_at timestamp with time zone NULL;
ALTER TABLE cases_category ADD COLUMN successor_code text NULL;

CREATE TABLE workforce_appraisal (
    id uuid NOT NULL CONSTRAINT pk_workforce_appraisal PRIMARY KEY,
    division_code text COLLATE "C" NOT NULL,
    year integer NOT NULL,
    state text NOT NULL,
    opened_by text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_by text NULL,
    closed_at timestamp with time zone NULL,
    reopened_because text NULL,
    version integer NOT NULL
);
CREATE UNIQUE INDEX ix_workforce_appraisal_division_code_year ON workforce_appraisal (division_code, year);

CREATE TABLE workforce_review (
    id uuid NOT NULL CONSTRAINT pk_workforce_review PRIMARY KEY,
    appraisal_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    year integer NOT NULL,
    summary bytea NULL,
    grade text NULL,
    remark bytea NULL,
    graded_by_id uuid NULL,
    graded_by text NULL,
    version integer NOT NULL
);
CREATE UNIQUE INDEX ix_workforce_review_worker_id_year ON workforce_review (worker_id, year);
CREATE INDEX ix_workforce_review_appraisal_id ON workforce_review (appraisal_id);

CREATE TABLE workforce_objection (
    id uuid NOT NULL CONSTRAINT pk_workforce_objection PRIMARY KEY,
    review_id uuid NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    words bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    upheld boolean NULL,
    answer bytea NULL,
    decided_by text NULL,
    decided_at timestamp with time zone NULL,
    version integer NOT NULL
);
CREATE UNIQUE INDEX ix_workforce_objection_review_id ON workforce_objection (review_id);
CREATE INDEX ix_workforce_objection_division_code ON workforce_objection (division_code);

CREATE TABLE workforce_candidate (
    id uuid NOT NULL CONSTRAINT pk_workforce_candidate PRIMARY KEY,
    worker_id uuid NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    post_id uuid NOT NULL,
    reason bytea NOT NULL,
    put_forward_by text NOT NULL,
    since date NOT NULL,
    until date NOT NULL,
    ended_on date NULL,
    ended_by text NULL,
    end_reason bytea NULL,
    version integer NOT NULL
);
CREATE UNIQUE INDEX ix_workforce_candidate_worker_id_post_id ON workforce_candidate (worker_id, post_id) WHERE ended_on IS NULL;
CREATE INDEX ix_workforce_candidate_division_code ON workforce_candidate (division_code);
CREATE INDEX ix_workforce_candidate_post_id ON workforce_candidate (post_id);

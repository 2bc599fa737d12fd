CREATE TABLE workforce_appraisal (
    id TEXT NOT NULL CONSTRAINT pk_workforce_appraisal PRIMARY KEY,
    division_code TEXT NOT NULL,
    year INTEGER NOT NULL,
    state TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    closed_by TEXT NULL,
    closed_at INTEGER NULL,
    reopened_because TEXT NULL,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_workforce_appraisal_division_code_year ON workforce_appraisal (division_code, year);

CREATE TABLE workforce_review (
    id TEXT NOT NULL CONSTRAINT pk_workforce_review PRIMARY KEY,
    appraisal_id TEXT NOT NULL,
    worker_id TEXT NOT NULL,
    year INTEGER NOT NULL,
    summary BLOB NULL,
    grade TEXT NULL,
    remark BLOB NULL,
    graded_by_id TEXT NULL,
    graded_by TEXT NULL,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_workforce_review_worker_id_year ON workforce_review (worker_id, year);
CREATE INDEX ix_workforce_review_appraisal_id ON workforce_review (appraisal_id);

CREATE TABLE workforce_objection (
    id TEXT NOT NULL CONSTRAINT pk_workforce_objection PRIMARY KEY,
    review_id TEXT NOT NULL,
    division_code TEXT NOT NULL,
    words BLOB NOT NULL,
    at INTEGER NOT NULL,
    upheld INTEGER NULL,
    answer BLOB NULL,
    decided_by TEXT NULL,
    decided_at INTEGER NULL,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_workforce_objection_review_id ON workforce_objection (review_id);
CREATE INDEX ix_workforce_objection_division_code ON workforce_objection (division_code);

CREATE TABLE workforce_candidate (
    id TEXT NOT NULL CONSTRAINT pk_workforce_candidate PRIMARY KEY,
    worker_id TEXT NOT NULL,
    division_code TEXT NOT NULL,
    post_id TEXT NOT NULL,
    reason BLOB NOT NULL,
    put_forward_by TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    ended_on TEXT NULL,
    ended_by TEXT NULL,
    end_reason BLOB NULL,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_workforce_candidate_worker_id_post_id ON workforce_candidate (worker_id, post_id) WHERE ended_on IS NULL;
CREATE INDEX ix_workforce_candidate_division_code ON workforce_candidate (division_code);
CREATE INDEX ix_workforce_candidate_post_id ON workforce_candidate (post_id);

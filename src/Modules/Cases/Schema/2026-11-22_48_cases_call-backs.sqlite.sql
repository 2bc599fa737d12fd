-- Calls to reporters of closed cases, second looks at what they are not content with, and questions of the rating.
CREATE TABLE cases_call_back (
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    round INTEGER NOT NULL,
    division_code TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    caller_id TEXT NULL,
    held_until INTEGER NULL,
    next_at INTEGER NULL,
    result TEXT NULL,
    ended_at INTEGER NULL,
    caller_name TEXT NULL,
    words TEXT NULL,
    look_again INTEGER NOT NULL,
    looked_at INTEGER NULL,
    looked_by TEXT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_cases_call_back PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_cases_call_back_case_id_round ON cases_call_back (case_id, round);
CREATE INDEX ix_cases_call_back_caller_id ON cases_call_back (caller_id) WHERE held_until IS NOT NULL;
CREATE INDEX ix_cases_call_back_look ON cases_call_back (division_code, ended_at) WHERE look_again AND looked_at IS NULL;
CREATE INDEX ix_cases_case_unrated ON cases_case (closed_at, division_code) WHERE status = 'Closed' AND satisfied IS NULL;

ALTER TABLE cases_question ADD COLUMN purpose TEXT NOT NULL DEFAULT 'Report';
CREATE TABLE cases_rating_answer (
    rating_id TEXT NOT NULL,
    question_id TEXT NOT NULL,
    given TEXT NOT NULL,
    CONSTRAINT pk_cases_rating_answer PRIMARY KEY (rating_id, question_id)
);
CREATE INDEX ix_cases_rating_answer_question_id ON cases_rating_answer (question_id);

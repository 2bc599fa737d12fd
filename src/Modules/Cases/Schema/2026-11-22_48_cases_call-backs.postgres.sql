-- Calls to reporters of closed cases, second looks at what they are not content with, and questions of the rating.
CREATE TABLE cases_call_back (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    round integer NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    attempts integer NOT NULL,
    caller_id uuid NULL,
    held_until timestamp with time zone NULL,
    next_at timestamp with time zone NULL,
    result text NULL,
    ended_at timestamp with time zone NULL,
    caller_name text NULL,
    words text NULL,
    look_again boolean NOT NULL,
    looked_at timestamp with time zone NULL,
    looked_by text NULL,
    version integer NOT NULL,
    CONSTRAINT pk_cases_call_back PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_cases_call_back_case_id_round ON cases_call_back (case_id, round);
CREATE INDEX ix_cases_call_back_caller_id ON cases_call_back (caller_id) WHERE held_until IS NOT NULL;
CREATE INDEX ix_cases_call_back_look ON cases_call_back (division_code, ended_at) WHERE look_again AND looked_at IS NULL;
CREATE INDEX ix_cases_case_unrated ON cases_case (closed_at, division_code) WHERE status = 'Closed' AND satisfied IS NULL;

ALTER TABLE cases_question ADD COLUMN purpose text NOT NULL DEFAULT 'Report';
CREATE TABLE cases_rating_answer (
    rating_id uuid NOT NULL,
    question_id uuid NOT NULL,
    given text NOT NULL,
    CONSTRAINT pk_cases_rating_answer PRIMARY KEY (rating_id, question_id)
);
CREATE INDEX ix_cases_rating_answer_question_id ON cases_rating_answer (question_id);

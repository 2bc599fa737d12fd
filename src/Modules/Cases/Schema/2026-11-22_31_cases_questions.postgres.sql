-- Extra questions of categories, version by version, and what was answered to them.
CREATE TABLE cases_question (
    id uuid NOT NULL,
    category_code text NOT NULL,
    code text NOT NULL,
    rank integer NOT NULL,
    kind text NOT NULL,
    wording text NOT NULL,
    wording_en text NOT NULL,
    required boolean NOT NULL,
    choices text NOT NULL,
    asked_after text NULL,
    asked_when text NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone NULL,
    CONSTRAINT pk_cases_question PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_cases_question_category_code_code ON cases_question (category_code, code) WHERE valid_to IS NULL;

CREATE TABLE cases_answer (
    case_id uuid NOT NULL,
    question_id uuid NOT NULL,
    given text NOT NULL,
    CONSTRAINT pk_cases_answer PRIMARY KEY (case_id, question_id)
);

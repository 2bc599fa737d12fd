-- What many report at the same time, and answers for whoever reports it next.
CREATE TABLE cases_hot_topic (
    id uuid NOT NULL,
    title text NOT NULL,
    place text NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    category_code text NULL,
    first_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    reports integer NOT NULL,
    this_week integer NOT NULL,
    week_before integer NOT NULL,
    case_ids text NOT NULL,
    found_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_cases_hot_topic PRIMARY KEY (id)
);
CREATE INDEX ix_cases_hot_topic_division_code ON cases_hot_topic (division_code);

CREATE TABLE cases_ready_answer (
    id uuid NOT NULL,
    title text NOT NULL,
    answer text NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    category_code text NULL,
    valid_to timestamp with time zone NOT NULL,
    writer_id uuid NOT NULL,
    writer_name text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    reviewer_name text NULL,
    reviewed_at timestamp with time zone NULL,
    ended_at timestamp with time zone NULL,
    CONSTRAINT pk_cases_ready_answer PRIMARY KEY (id)
);
CREATE INDEX ix_cases_ready_answer_valid_to ON cases_ready_answer (valid_to) WHERE ended_at IS NULL;

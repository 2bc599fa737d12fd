CREATE TABLE platform_message (
    id uuid NOT NULL CONSTRAINT pk_platform_message PRIMARY KEY,
    phone bytea NOT NULL,
    text bytea NOT NULL,
    purpose text NOT NULL,
    subject text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    attempts integer NOT NULL,
    next_at timestamp with time zone NULL,
    delivered_at timestamp with time zone NULL,
    error text NULL
);
CREATE INDEX ix_platform_message_next_at ON platform_message (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX ix_platform_message_subject ON platform_message (subject);

-- Messages go out by more ways than one, and what became of them is kept beyond their words: state, masked address, each attempt.
ALTER TABLE platform_message RENAME COLUMN phone TO address;
ALTER TABLE platform_message ALTER COLUMN address DROP NOT NULL, ALTER COLUMN text DROP NOT NULL;
ALTER TABLE platform_message
    ADD COLUMN way text NOT NULL DEFAULT 'Sms',
    ADD COLUMN masked_address text NULL,
    ADD COLUMN title text NULL,
    ADD COLUMN division_code text COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN urgent boolean NOT NULL DEFAULT false,
    ADD COLUMN receipt boolean NOT NULL DEFAULT false,
    ADD COLUMN state text NOT NULL DEFAULT 'Waiting';
UPDATE platform_message SET
    urgent = purpose = 'identity.phone-code',
    state = CASE WHEN delivered_at IS NOT NULL THEN 'Delivered' WHEN next_at IS NOT NULL THEN 'Waiting' ELSE 'GivenUp' END;
CREATE INDEX ix_platform_message_state_id ON platform_message (state, id);
CREATE INDEX ix_platform_message_created_at ON platform_message (created_at);

CREATE TABLE platform_delivery_attempt (
    id uuid NOT NULL CONSTRAINT pk_platform_delivery_attempt PRIMARY KEY,
    message_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    error text NULL
);
CREATE INDEX ix_platform_delivery_attempt_message_id ON platform_delivery_attempt (message_id);
CREATE INDEX ix_platform_delivery_attempt_at ON platform_delivery_attempt (at);

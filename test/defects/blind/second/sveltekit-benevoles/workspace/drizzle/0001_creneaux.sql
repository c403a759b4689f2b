CREATE TABLE "creneaux" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"evenement_id" uuid NOT NULL REFERENCES "evenements"("id"),
	"debut" timestamp with time zone NOT NULL,
	"fin" timestamp with time zone NOT NULL,
	"places" integer NOT NULL,
	"age_minimum" integer DEFAULT 16 NOT NULL
);

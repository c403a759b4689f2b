CREATE TABLE "benevoles" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"nom" text NOT NULL,
	"courriel" text NOT NULL UNIQUE,
	"ne_le" date NOT NULL
);
CREATE TABLE "evenements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"titre" text NOT NULL,
	"lieu" text NOT NULL
);

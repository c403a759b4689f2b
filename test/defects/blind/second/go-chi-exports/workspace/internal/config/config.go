package config

import "os"

type Config struct {
	Addr        string
	DatabaseURL string
	BlobBucket  string
	LinkTTL     string
}

func Load() Config {
	return Config{
		Addr:        get("ADDR", ":8080"),
		DatabaseURL: get("DATABASE_URL", ""),
		BlobBucket:  get("BLOB_BUCKET", "ledgerly-dev"),
		LinkTTL:     get("BLOB_LINK_TTL", "15m"),
	}
}

func get(key, fallback string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return fallback
}

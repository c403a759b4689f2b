// Package config reads the server's settings from the environment.
package config

import (
	"errors"
	"fmt"
	"os"
	"strconv"
)

// Config holds everything the server needs to know before it starts.
type Config struct {
	// Addr is the listen address (ROSTER_ADDR, ":8080" unless set).
	Addr string
	// DatabaseURL is the PostgreSQL connection string (ROSTER_DATABASE_URL, required).
	DatabaseURL string
	// AuditRetentionDays is how long audit events are kept (ROSTER_AUDIT_RETENTION_DAYS, 365 unless set).
	AuditRetentionDays int
}

// Load reads the configuration and reports every problem at once.
func Load() (Config, error) {
	cfg := Config{
		Addr:               ":8080",
		DatabaseURL:        os.Getenv("ROSTER_DATABASE_URL"),
		AuditRetentionDays: 365,
	}
	var problems []error
	if cfg.DatabaseURL == "" {
		problems = append(problems, errors.New("ROSTER_DATABASE_URL is not set"))
	}
	if addr := os.Getenv("ROSTER_ADDR"); addr != "" {
		cfg.Addr = addr
	}
	if raw := os.Getenv("ROSTER_AUDIT_RETENTION_DAYS"); raw != "" {
		days, err := strconv.Atoi(raw)
		if err != nil || days < 30 {
			problems = append(problems, fmt.Errorf("ROSTER_AUDIT_RETENTION_DAYS is %q, want a number of days from 30", raw))
		}
		cfg.AuditRetentionDays = days
	}
	return cfg, errors.Join(problems...)
}

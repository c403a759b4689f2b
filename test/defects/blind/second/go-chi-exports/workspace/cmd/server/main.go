package main

import (
	"log/slog"
	"net/http"

	"example.com/ledgerly/internal/config"
	"example.com/ledgerly/internal/httpapi"
)

func main() {
	cfg := config.Load()
	slog.Info("listening", "addr", cfg.Addr)
	_ = http.ListenAndServe(cfg.Addr, httpapi.NewRouter(cfg))
}

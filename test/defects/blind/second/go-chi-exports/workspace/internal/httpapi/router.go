package httpapi

import (
	"net/http"

	"example.com/ledgerly/internal/config"
	"github.com/go-chi/chi/v5"
)

func NewRouter(cfg config.Config) http.Handler {
	r := chi.NewRouter()
	r.Route("/v1", func(r chi.Router) {
		r.Use(RequireUser)
		r.Get("/entries", listEntries)
		r.Post("/entries", createEntry)
		r.Post("/attachments", uploadAttachment)
		r.Get("/attachments/{id}", attachmentLink)
	})
	return r
}

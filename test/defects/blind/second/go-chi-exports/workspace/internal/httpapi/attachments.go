package httpapi

import "net/http"

func uploadAttachment(w http.ResponseWriter, r *http.Request) {}
func attachmentLink(w http.ResponseWriter, r *http.Request)   {}

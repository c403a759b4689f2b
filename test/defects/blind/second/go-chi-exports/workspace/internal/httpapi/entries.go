package httpapi

import "net/http"

func listEntries(w http.ResponseWriter, r *http.Request)  {}
func createEntry(w http.ResponseWriter, r *http.Request) {}

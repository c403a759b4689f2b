package httpapi

import (
	"encoding/json"
	"net/http"
)

type Problem struct {
	Code string `json:"code"`
}

func WriteProblem(w http.ResponseWriter, status int, code string) {
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(Problem{Code: code})
}

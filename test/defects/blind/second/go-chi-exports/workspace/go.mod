module example.com/ledgerly

go 1.23

require (
	github.com/aws/aws-sdk-go-v2/service/s3 v1.66.2
	github.com/go-chi/chi/v5 v5.1.0
	github.com/google/uuid v1.6.0
	github.com/jackc/pgx/v5 v5.7.1
	github.com/pressly/goose/v3 v3.22.1
	github.com/prometheus/client_golang v1.20.5
)

module github.com/acme/shop

go 1.23

require (
	github.com/gin-gonic/gin v1.10.0
	github.com/golang-migrate/migrate/v4 v4.17.1
	github.com/jackc/pgx/v5 v5.6.0
	github.com/stretchr/testify v1.9.0
)

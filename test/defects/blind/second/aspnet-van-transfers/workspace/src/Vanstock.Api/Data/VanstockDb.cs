using Microsoft.EntityFrameworkCore;
using Vanstock.Api.Domain;

namespace Vanstock.Api.Data;

public class VanstockDb(DbContextOptions<VanstockDb> options) : DbContext(options)
{
    public DbSet<Van> Vans => Set<Van>();
    public DbSet<Part> Parts => Set<Part>();
    public DbSet<StockLine> StockLines => Set<StockLine>();
}

using Microsoft.EntityFrameworkCore;
using Vanstock.Api.Data;
using Vanstock.Api.Services;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<VanstockDb>(o => o.UseNpgsql(builder.Configuration.GetConnectionString("Vanstock")));
builder.Services.AddScoped<StockService>();
builder.Services.AddScoped<IClock, SystemClock>();
builder.Services.AddControllers();

var app = builder.Build();
app.MapControllers();
app.Run();

public partial class Program { }

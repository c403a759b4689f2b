namespace Vanstock.Api.Domain;

public class StockLine
{
    public Guid VanId { get; set; }
    public Guid PartId { get; set; }
    public int Quantity { get; set; }
}

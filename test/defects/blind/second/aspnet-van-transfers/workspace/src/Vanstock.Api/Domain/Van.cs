namespace Vanstock.Api.Domain;

public class Van
{
    public Guid Id { get; set; }
    public string Plate { get; set; } = "";
    public string Technician { get; set; } = "";
}

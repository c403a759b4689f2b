namespace Vanstock.Api.Domain;

public class Part
{
    public Guid Id { get; set; }
    public string Number { get; set; } = "";
    public string Name { get; set; } = "";
}

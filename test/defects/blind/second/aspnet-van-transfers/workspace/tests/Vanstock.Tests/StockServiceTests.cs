using Xunit;

namespace Vanstock.Tests;

public class StockServiceTests
{
    [Fact]
    public void Takes_no_more_than_there_is() { }
}

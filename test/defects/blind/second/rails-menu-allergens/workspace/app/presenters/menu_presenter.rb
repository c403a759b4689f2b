class MenuPresenter
  def initialize(restaurant)
    @restaurant = restaurant
  end

  def as_json(*)
    { restaurant: @restaurant.name, dishes: @restaurant.dishes.published.map { |d| { id: d.id, name: d.name, price_cents: d.price_cents } } }
  end
end

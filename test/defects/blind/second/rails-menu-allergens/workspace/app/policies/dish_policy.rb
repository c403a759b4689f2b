class DishPolicy
  attr_reader :user, :dish

  def initialize(user, dish)
    @user = user
    @dish = dish
  end

  def update?
    user.restaurant_id == dish.restaurant_id
  end
end

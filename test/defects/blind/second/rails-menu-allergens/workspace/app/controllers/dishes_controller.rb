class DishesController < ApplicationController
  def index
    @dishes = Restaurant.find(params[:restaurant_id]).dishes
  end

  def edit
    @dish = Dish.find(params[:id])
  end

  def update
    @dish = Dish.find(params[:id])
    authorize @dish
    @dish.update!(params.require(:dish).permit(:name, :description, :price_cents, :published))
    redirect_to restaurant_dishes_path(@dish.restaurant)
  end
end

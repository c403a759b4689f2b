class PurgeMenuCacheJob < ApplicationJob
  def perform(restaurant)
    Rails.cache.delete("menu/#{restaurant.slug}")
  end
end

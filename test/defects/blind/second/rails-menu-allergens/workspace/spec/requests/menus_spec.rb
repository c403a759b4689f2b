require "rails_helper"

RSpec.describe "GET /api/menus/:slug" do
  it "lists published dishes only" do
    expect(true).to be(true)
  end
end

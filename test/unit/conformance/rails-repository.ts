import type { BuiltRepository } from './built-repository';

/** Ruby on Rails: nested resources, namespaces, migrations in Ruby. */
export const railsRepository: BuiltRepository = {
  name: 'Ruby on Rails',
  spec: `# Technical design: Moorings

**Status:** ✅ Done

## Database

| Table | Column | Type | Constraints |
|---|---|---|---|
| berths | number | VARCHAR | NOT NULL |
| berths | length_cm | INTEGER | NOT NULL |
| berths | harbour_id | BIGINT | NOT NULL |
| berths | notes | TEXT | NULL |
| bookings | berth_id | BIGINT | NOT NULL |
| bookings | arrives_on | DATE | NOT NULL |
| bookings | price | DECIMAL(10,2) | NOT NULL |

Indexes:

- unique index on berths (harbour_id, number)
- index on bookings (arrives_on)

## Routes

\`\`\`http
GET /api/v1/harbours/{harbour_id}/berths
POST /api/v1/harbours/{harbour_id}/berths
GET /api/v1/berths/{id}
POST /api/v1/berths/{id}/bookings
POST /api/v1/bookings/{id}/cancel
\`\`\`

## Code

### New files

| Path | Defines |
|---|---|
| \`app/services/book_berth.rb\` | \`BookBerth\` |
| \`app/jobs/release_berths_job.rb\` | \`ReleaseBerthsJob\` |

\`\`\`ruby
class BookBerth
  def call(berth:, guest:, arrives_on:)
  end

  def quote(berth, nights)
  end
end
\`\`\`

## Environment variables

| Variable | Default |
|---|---|
| \`HARBOUR_RELEASE_HOUR\` | 6 |

## Verification

- \`bundle exec rspec spec/services/book_berth_spec.rb -e "refuses a berth that is taken"\`
- \`rake berths:release\` ends with 0
`,
  files: {
    Gemfile: "source 'https://rubygems.org'\n\ngem 'rails', '~> 8.0'\ngem 'pg'\n",
    Rakefile: "require_relative 'config/application'\n\ntask 'berths:release' => :environment do\nend\n",
    'config/routes.rb': `Rails.application.routes.draw do
  root "pages#home"

  namespace :api do
    namespace :v1 do
      resources :harbours, only: [:index] do
        resources :berths, only: %i[index create]
      end
      resources :berths, only: [:show] do
        resources :bookings, only: :create
      end
      resources :bookings, only: [] do
        member do
          post :cancel
        end
      end
    end
  end
end
`,
    'db/migrate/20260105120000_create_berths.rb': `class CreateBerths < ActiveRecord::Migration[8.0]
  def change
    create_table :berths do |t|
      t.string :number, null: false
      t.integer :length_cm, null: false, default: 0
      t.references :harbour, null: false, foreign_key: true
      t.text :notes

      t.timestamps
    end
    add_index :berths, %i[harbour_id number], unique: true
  end
end
`,
    'db/migrate/20260106120000_create_bookings.rb': `class CreateBookings < ActiveRecord::Migration[8.0]
  def change
    create_table :bookings do |t|
      t.belongs_to :berth, null: false, foreign_key: true
      t.date :arrives_on, null: false
      t.decimal :price, precision: 10, scale: 2, null: false
      t.index :arrives_on
      t.timestamps
    end
  end
end
`,
    'app/services/book_berth.rb': `# frozen_string_literal: true

class BookBerth
  def initialize(clock: Time)
    @clock = clock
  end

  def call(berth:, guest:, arrives_on:)
    Booking.create!(berth: berth)
  end

  def quote(berth, nights)
    berth.price * nights
  end
end
`,
    'app/jobs/release_berths_job.rb': `class ReleaseBerthsJob < ApplicationJob
  def perform
    return if Time.now.hour < ENV.fetch("HARBOUR_RELEASE_HOUR", 6).to_i
  end
end
`,
    'spec/services/book_berth_spec.rb': `RSpec.describe BookBerth do
  it "refuses a berth that is taken" do
  end
end
`,
  },
  deviations: [
    {
      what: 'renamed file',
      file: 'app/jobs/release_berths_job.rb',
      from: null,
      to: 'app/jobs/free_berths_job.rb',
      check: 'conformance-file',
      says: 'app/jobs/free_berths_job.rb',
    },
    {
      what: 'type of a column',
      file: 'db/migrate/20260106120000_create_bookings.rb',
      from: 't.date :arrives_on',
      to: 't.datetime :arrives_on',
      check: 'conformance-table',
      says: 'bookings.arrives_on is DATE',
    },
    {
      what: 'nullability of a column',
      file: 'db/migrate/20260105120000_create_berths.rb',
      from: 't.string :number, null: false',
      to: 't.string :number',
      check: 'conformance-table',
      says: 'berths.number must not be null',
    },
    {
      what: 'index that is not unique',
      file: 'db/migrate/20260105120000_create_berths.rb',
      from: ', unique: true',
      to: '',
      check: 'conformance-table',
      says: 'berths (harbour_id, number) is unique here',
    },
    {
      what: 'missing index',
      file: 'db/migrate/20260106120000_create_bookings.rb',
      from: '      t.index :arrives_on\n',
      to: '',
      check: 'conformance-table',
      says: 'index on bookings (arrives_on)',
    },
    {
      what: 'action that is left out',
      file: 'config/routes.rb',
      from: '%i[index create]',
      to: '%i[index]',
      check: 'conformance-endpoint',
      says: 'POST /api/v1/harbours/{harbour_id}/berths',
    },
    {
      what: 'name of a member route',
      file: 'config/routes.rb',
      from: 'post :cancel',
      to: 'post :cancellation',
      check: 'conformance-endpoint',
      says: 'POST /api/v1/bookings/:id/cancellation',
    },
    {
      what: 'parameters of a method',
      file: 'app/services/book_berth.rb',
      from: 'def quote(berth, nights)',
      to: 'def quote(berth, nights, guests)',
      check: 'conformance-symbol',
      says: 'BookBerth.quote takes other parameters',
    },
    {
      what: 'name of a setting',
      file: 'app/jobs/release_berths_job.rb',
      from: 'HARBOUR_RELEASE_HOUR',
      to: 'HARBOUR_RELEASE_AT',
      check: 'conformance-config',
      says: 'HARBOUR_RELEASE_HOUR',
    },
    {
      what: 'title of a test',
      file: 'spec/services/book_berth_spec.rb',
      from: 'refuses a berth that is taken',
      to: 'does not double-book',
      check: 'conformance-test',
      says: 'refuses a berth that is taken',
    },
  ],
};

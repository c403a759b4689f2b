import { describe, expect, it } from 'vitest';
import { FollowedEnd } from '../../../src/host/editor/followed-end';

describe('an editor into which text streams', () => {
  it('follows while its end is seen', () => {
    const end = new FollowedEnd();
    end.scrolled({ first: 0, last: 40 }, 10);
    expect(end.follows).toBe(true);
  });

  it('goes on following where the editor tells late what it shows', () => {
    const end = new FollowedEnd();
    end.scrolled({ first: 0, last: 40 }, 10);
    end.scrolled({ first: 49, last: 89 }, 120);
    end.scrolled({ first: 49, last: 89 }, 200);
    expect(end.follows).toBe(true);
  });

  it('stays where the person scrolled to', () => {
    const end = new FollowedEnd();
    end.scrolled({ first: 49, last: 89 }, 89);
    end.scrolled({ first: 30, last: 70 }, 120);
    end.scrolled({ first: 35, last: 75 }, 160);
    expect(end.follows).toBe(false);
  });

  it('follows again once the person is back at the end', () => {
    const end = new FollowedEnd();
    end.scrolled({ first: 49, last: 89 }, 89);
    end.scrolled({ first: 0, last: 40 }, 120);
    end.scrolled({ first: 160, last: 200 }, 190);
    expect(end.follows).toBe(true);
  });

  it('stays at the place where a draft is resumed that is looked at elsewhere', () => {
    const end = new FollowedEnd();
    end.scrolled({ first: 0, last: 40 }, 300);
    expect(end.follows).toBe(false);
  });

  it('stays where the person types, although the answer to an earlier scroll shows the end once more', () => {
    const end = new FollowedEnd();
    end.scrolled({ first: 0, last: 40 }, 10);
    end.revealed();
    end.worksAt(0, 205);
    end.scrolled({ first: 0, last: 40 }, 205);
    end.scrolled({ first: 165, last: 205 }, 205);
    end.edited();
    end.scrolled({ first: 170, last: 210 }, 210);
    expect(end.follows).toBe(false);
  });

  it('stays where the person types while all of the text fits', () => {
    const end = new FollowedEnd();
    end.scrolled({ first: 0, last: 8 }, 8);
    end.worksAt(0, 8);
    end.scrolled({ first: 0, last: 12 }, 12);
    expect(end.follows).toBe(false);
  });

  it('follows again once the person moves the cursor to the end, or scrolls there after it was settled', () => {
    const end = new FollowedEnd();
    end.scrolled({ first: 0, last: 40 }, 10);
    end.revealed();
    end.worksAt(0, 100);
    end.worksAt(100, 100);
    expect(end.follows).toBe(true);

    end.worksAt(0, 120);
    end.edited();
    end.edited();
    end.scrolled({ first: 0, last: 40 }, 150);
    end.scrolled({ first: 120, last: 160 }, 155);
    expect(end.follows).toBe(true);
  });

  it('follows again where the person comes back in a pause of the model, in which no edit tells that the last scroll is told', () => {
    let now = 0;
    const end = new FollowedEnd(() => now);
    end.scrolled({ first: 0, last: 40 }, 10);
    end.revealed();
    end.scrolled({ first: 60, last: 100 }, 100);
    now = 1_500;
    end.scrolled({ first: 20, last: 60 }, 100);
    expect(end.follows).toBe(false);
    end.scrolled({ first: 60, last: 100 }, 100);
    expect(end.follows).toBe(true);
  });

  it('follows from an empty document on, though the editor tells late what it shows of it', () => {
    const end = new FollowedEnd();
    end.scrolled({ first: 0, last: 0 }, 0);
    end.scrolled({ first: 0, last: 25 }, 60);
    expect(end.follows).toBe(true);
  });
});

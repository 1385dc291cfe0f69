"""What people say at any question instead of an answer, by its class. Written for these tests, one message a line."""

from __future__ import annotations

from bot.coaching.gate import AnswerClass

SAID: dict[AnswerClass, str] = {
    AnswerClass.PERSON_WANTED: """
        can i speak to someone please
        I want to talk to a real person
        is there a human i can talk to
        get me a human
        put me through to somebody
        i'd rather talk to a person
        can a real person help me instead
        i need to talk to a nurse
        let me speak to a member of staff
        i dont want to talk to a computer i want a person
        real person please
        could I talk to someone on the phone
        Can someone from the team call me?
        is there anyone there i can actually talk to
        how do I speak to a human being?
        Id prefer to speak with someone face to face
        can you get my support worker for me
        can i talk to my care coordinator
        someone to talk to who isn't a robot
        can i talk to a person not a bot
        talk to human
        can I chat to a peer worker
        """,
    AnswerClass.QUESTION: """
        who can see what i write here
        what business is that of yours?
        what's that got to do with anything
        you're not making sense
        that's a stupid question
        what do you mean by that
        i dont understand the question
        are you even listening
        can you say it more simply?
        is my doctor going to read this
        this isn't helping
        you just asked me that
        you keep asking the same thing
        does this go on my record?
        you've got it wrong, that's not what I said
        How long will this take?
        whats a strength
        can you give me an example?
        like what?
        such as?
        do you mean at home or outside
        what sort of thing?
        am I doing this right?
        this is a waste of time
        you sound like a robot
        are you taking the mick
        is there a right answer
        will my nurse see it
        what happens to my answers
        do i have to answer
        you dont get it do you
        how is that meant to help
        eh?
        what??
        I said that already
        what should i put
        does that count?
        what does 'obstacle' mean
        are you recording this
        why are you asking about my family
        huh I don't follow
        these questions are too hard
        who made you
        what medication helps with sleep?
        """,
    AnswerClass.REFUSAL: """
        rather not say
        I don't want to talk about that
        no thanks
        thats private
        not something i want to share
        id prefer not to
        I'd rather keep that to myself
        not telling you that
        mind your own business
        don't want to go into it
        I'm not answering that
        too personal
        can we not talk about this
        not comfortable answering
        don't feel like saying
        no i don't want to say
        I won't discuss that
        Let's not
        not today
        i'm not ready to talk about it
        it's between me and my family
        pass on that one thanks
        not going there
        i would rather not get into that right now
        none of ur business
        I dont want to do this one
        nah dont wanna talk bout it
        I can't talk about that
        that's too painful to talk about
        refuse
        """,
    AnswerClass.DONT_KNOW: """
        dunno
        idk really
        not a clue
        no idea sorry
        i cant think of anything
        nothing
        nothing springs to mind
        not sure tbh
        I honestly don't know
        hmm
        hard to say
        never thought about it
        i dont know what to put
        my mind's gone blank
        I haven't really thought about it
        can't remember
        ???
        no clue mate
        err not sure
        i couldnt tell you
        I don't know, sorry
        wish i knew
        good question, no idea
        there isn't anything
        nothing at all
        drawing a blank
        dk
        who knows
        i'm really not sure what i'd want
        i dont have any
        haven't a scooby
        dont no what 2 say
        Not that I can think of
        I really can't think
        i'm stuck
        you tell me
        couldn't say
        blank
        i've got nothing
        anything
        maybe? dunno
        ermm
        don't know, don't care
        """,
    AnswerClass.SELF_CRITICAL: """
        im useless
        I'm a failure, i never finish anything
        there's nothing good about me
        i'm rubbish at everything
        I've got no strengths
        I'm just lazy
        i always mess things up
        I'm pathetic really
        nothing, im worthless
        I can't do anything right
        i let everyone down
        im a bad mum
        I'm too stupid for that
        what's the point, I ruin everything
        I'm no good at anything me
        i hate the person i am
        I'm a burden on everyone
        i dont deserve anything good
        I'm not good enough
        I never do anything right
        nobody could like someone like me
        im a waste of space
        i'm such an idiot
        everything I touch goes wrong
        I've never achieved anything
        I've never been good at anything
        I'm a terrible person
        i'd only fail, I always do
        i'm weak
        i dont have any good qualities
        i'm broken
        that i'm a loser
        that im a coward
        """,
}

LEFT_ALONE = """
    my support worker who i talk to on mondays
    talking to a person who's been there
    a human being who listens to me
    someone to talk to in the evenings
    Private Ryan, watching it with my dad
    I skipped school a lot but I got my maths
    I don't know how but I kept going to work
    nobody knew what to do so i rang the ambulance
    my dog, what else
    that i don't give up
    I said no to my dealer
    not drinking for a week
    when I don't know anyone there
    not knowing anyone
    that i won't know what to say
    being told I'm useless
    my dad calling me useless
    i used to think i was useless but i passed my course
    a failure at school but not at cooking
    thinking i'm not good enough for them
    people asking me questions
    how I looked after my nan
    who i was before
    nothing beats a walk with the dog
    nothing would stop me from seeing my lad
    no one in the pool early
    because i want to see my kids smile
    8 o'clock ish
    it would give me peace
    that i'm honest
    stubborn
    I was no good at it at first but I stuck with it
    he said i couldn't do it and i did
    I told the doctor I didn't want to talk about it and she waited
    asking for help
    my kids asking where I've been
    help from my neighbour
    back at work
    """

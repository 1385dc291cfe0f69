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
        id rather speak to a real human
        can someone ring me
        can somebody give me a call
        i want someone to phone me
        could you ask my nurse to ring me
        please can you tell my care coordinator to call me
        is there any chance i could speak to a person
        how do i get to speak to someone
        who can i speak to
        is there a number i can call to talk to someone
        i need to speak to someone now
        i just want to talk to somebody
        let me talk to a human
        let me speak to someone in charge
        can i see someone instead
        get me someone real
        put me on to a person
        are there any real people here
        is anybody real there
        i dont want to talk to a robot, get me a person
        this isnt working can i talk to somebody
        no offence but id rather talk to a human being
        i'd prefer it if a person did this with me
        can a member of staff help me with this
        can i do this with my worker instead
        human
        a human please
        someone human
        real person
        agent
        operator
        speak to an adviser
        transfer me to someone
        connect me to a person
        i want to chat with a human not a bot
        rather talk to someone tbh
        need to talk to someone
        can i have a person please
        i want to talk to my nurse
        can you connect me with the team
        i would like to speak with a member of the team please
        where are the real people
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
        what do you actually want me to say
        whats the point in this
        how does this help me
        you already asked me that one
        this is a daft question
        you havent listened to a word
        is this going to my doctor
        will this affect my benefits
        do my family see this
        are you a real person
        am i talking to a robot
        what counts as a strength
        how small is small
        do you mean today or tomorrow
        can it be anything
        does it have to be big
        is that allowed
        can i put two
        not sure what you mean
        i dont get what your asking
        dont understand this question
        that makes no sense
        you're talking rubbish
        you dont understand me at all
        you've misunderstood
        this is patronising
        this feels like a test
        feels like youre interrogating me
        why should i tell you
        what has this got to do with my mental health
        who do you work for
        where does this information go
        how long have you been doing this
        what do other people say
        give me some examples
        like what sort of things
        in what way
        meaning?
        eh whats that mean
        could you explain that a bit more
        can you make it simpler please
        i dont know what that means
        what does that even mean
        whats an obstacle
        whats a coach
        what time is it
        do i need to do this today
        is walking ok
        would that count
        should i say something big or small
        why cant you just tell me
        who wrote these questions
        that is none of it what i said
        this isnt helpful
        this app is useless
        you're useless
        not this again
        you sound like my therapist
        what are you on about
        u what mate
        wdym
        hows that supposed to work
        i thought you were going to help me
        you're just reading from a script
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
        id rather keep that private
        thats my business
        im not going into that
        dont want to get into it
        not going there sorry
        i dont talk about that
        i dont want to think about that
        no thank you
        i'd rather not tbh
        not comfortable with that one
        i dont feel comfortable sharing that with a computer
        not with a robot
        id rather not answer this one
        prefer not to answer
        can we talk about something else
        change the subject please
        thats personal
        bit personal that
        too private
        its too painful
        it hurts too much to talk about
        too raw
        not ready for that
        maybe another time
        another day maybe
        not right now thanks
        im not in the mood to talk about it
        dont ask
        dont ask me that
        nope not telling you
        wouldnt you like to know
        that's for me to know
        i'll keep that to myself
        keeping that one to myself
        i wont say
        i choose not to say
        i refuse to answer
        nah you're alright
        you're alright thanks
        im good thanks
        i dont wish to discuss that
        I would prefer not to disclose that
        that's between me and my god
        no chance
        no way
        i dont want to
        dont want to say
        don't fancy talking about that
        i cant go there
        not up for that today
        i do not want to answer that question
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
        not the foggiest
        i wouldnt even know where to begin
        nothing stands out
        no idea where id start tbh
        your guess is as good as mine
        cant say i know
        i have absolutely no idea
        couldnt even begin to guess
        brain's fried sorry
        my head is mush today
        i've never really had any goals
        i dont have goals
        I can't picture it
        can't see that far ahead
        haven't got that far
        hadn't thought of it like that
        it's hard to think of something
        struggling to think of anything
        i cant put my finger on it
        god knows
        christ knows
        fuck knows
        who knows eh
        dunno what to say to that
        dinnae ken
        havnt a clue pal
        no sure
        i dno
        idk lol
        not really anything
        nothing i spose
        theres nothing
        nothing that i can think of right now
        nobody i can think of
        cant think of anyone
        i dont have anyone
        no one really
        i dont remember any
        cant remember a time
        its all a blur
        i'm not really sure how to answer that
        not sure how to put it
        unsure at the moment
        um
        erm
        i need to think about it
        let me think about that
        never really thought about it before
        dont think i have any
        i don't think there is anything
        i dont think i've got one
        probably nothing
        nothing comes to me
        i really could not tell you
        i give up
        tbh i dunno m8
        not sure, sorry, my mind is blank
        I am not certain
        I do not know what I would like
        can't decide
        could be anything really
        no preference
        don't mind
        whatever
        it's difficult to say really
        i wish i could tell you
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
        i always give up in the end
        i never stick at anything
        nothing i do is ever good enough
        im the worst mum in the world
        i'm just a drain on everyone
        im too thick for college
        people only put up with me
        i cant even get out of bed
        i cant even look after myself
        what good am i to anyone
        who would want me
        why would anyone want to help me
        i dont deserve help
        i've let everybody down
        i've ruined everything
        i've wasted my life
        i only ever make things worse
        i make everyone miserable
        its my own fault im like this
        i brought it all on myself
        i haven't got a good bone in my body
        no good points
        there's nothing special about me
        i'm nobody
        that im weak
        that i'm pathetic
        that i cant cope with normal life
        it means i'm a rubbish dad
        i should be able to do it by now im 40
        everyone else manages
        i'm a joke
        i'm hopeless me
        useless as always
        feel like a failure
        i feel useless
        i feel so stupid
        just me being useless again
        not clever enough
        i'm not brave enough
        i'm not a good person
        i dont like myself
        i cant stand myself
        im disgusting
        i'm a mess
        im all wrong
        never amounted to anything
        i'd just mess it up like always
        knowing me ill fail
        ill only let people down
        no point im useless
        because im thick
        i'm lazy that's the problem
        i'm so ashamed of myself
        im an embarrassment to my kids
        i'm not worth the bother
        i am not good at anything at all
        I have nothing to offer anyone
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

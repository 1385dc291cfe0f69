"""What people say when asked what they want, by the class it should have. Written for these tests, one answer a line."""

from __future__ import annotations

from bot.coaching.gate import AnswerClass

SAID: dict[AnswerClass, str] = {
    AnswerClass.GOOD: """
        my own front door
        working 2 days a week at the garden centre
        id be cooking for my grandkids on sundays
        playing bass again with the lads
        a cat
        get my driving test passed
        I'd like to go swimming every Tuesday like I used to
        finish my access course at college
        to be a better brother to our Lee
        speak to my sister without us shouting
        learn to read properly so I can do bedtime stories
        have a job at the library
        go to mosque every friday with my uncle
        I would be living in my own flat near the canal
        be able to get on a bus on my own
        walk to the top of the hill behind ours
        grow tomatoes
        being a dad that turns up
        see my daughter at weekends
        get up before ten most days
        run my own cafe one day
        sleep through the night
        sing in the choir again, the one at St Marks
        I want to be prime minister
        fly to the moon and write a book about it
        have mates round to watch the football
        stop at my nan's for a week in summer
        get married
        paint again
        be a peer worker and help other people like me
        save up for a holiday in Whitby
        eat proper meals
        keep my flat tidy enough for visitors
        id have a girlfriend and we'd go to the pictures
        get fit enough to play five a side
        feel at home in my own house
        get back into reading, i used to get through a book a week
        to be calm enough to sit through a film at the cinema
        volunteer at the dog rescue on Saturdays
        start wearing nice clothes again
        going out by myself, just to town and back
        a bit more confident talking to people at church
        a better relationship with my mum
        have a normal breakfast with my kids before school
        buy bread and milk by myself
        get better at drawing hands
        be happy in my job at the bakery
        quit the bakery and train as a nurse
        leave home and get my own place
        I don't want much, just a quiet house
        talk to my son on the phone every week
        manage my money so theres some left on a thursday
        have a bath every other day
        take my meds myself instead of staff doing it
        my sister and me running a market stall
        """,
    AnswerClass.AWAY_FROM: """
        stop hearing that voice all day
        not be scared of the post
        less rowing at home
        I want to quit the weed
        give up smoking
        to not feel like a zombie
        get out of debt
        get rid of this anxiety
        no more hospital
        I dont want to be on my own all the time
        to stop crying at work
        not going back on the ward
        i'd be off the drink
        come off the sertraline
        cut down my drinking
        drink less
        lose 2 stone
        never have to see a psychiatrist again
        get away from the estate
        I wouldnt be so tired
        i wouldn't be panicking every time the phone rings
        not waking up at 4 every morning
        being less angry with the kids
        to not be such a mess
        avoid arguments with my dad
        be without the shakes
        no more sleeping on sofas
        end the arguing
        fewer panic attacks
        the voices to be quieter
        for the voices to stop
        not having to take tablets
        that id not be lonely anymore
        I'd like to worry less about what people think
        stop biting my nails
        don't want to end up like my dad
        i want to be free of the pain
        stop spending all my money on scratchcards
        less time in bed
        not feeling rubbish every morning
        stop isolating
        i just dont want to feel scared
        to be rid of the nightmares
        not relapse
        stay out of hospital
        keep out of trouble
        keep away from my old dealer
        I want this depression gone
        escape this flat
        """,
    AnswerClass.SOMEONE_ELSES: """
        my nurse wants me to join a walking group
        my mum thinks i should go back to college
        the team want me to come off the tablets slowly
        my support worker says I need to get out more
        they want me to live in supported housing
        well my social worker has put down that i should budget better
        my partner would like me to stop drinking
        my dad keeps telling me to get a job
        its what my care coordinator wants
        my wife says I've got to lose weight
        the jobcentre say I have to apply for 10 jobs a week
        doctor said i must exercise
        according to my key worker i need a routine
        im supposed to be working on my anger, it's in my care plan
        everyone keeps on at me to socialise
        my brother reckons i need to move out
        dr patel wants me to cut down the vodka
        Because my probation officer told me to
        they're making me go to groups
        my CPN's big on me getting a hobby
        my family all want me to be more independent
        i was told to get a volunteering job
        It's my mum who wants me to learn to drive really
        the hostel say i've got to do a cooking course
        Julie from the day centre thinks it'd be good for me to go swimming
        my psychiatrist is pushing for depot
        my daughter wants me to stop smoking
        I don't want to but my OT says i need to practise cooking
        my sister's idea was that i go to slimming world
        Mum's always saying i ought to get up earlier
        ward staff want me up by 9
        the court says i have to do an anger course
        my girlfriend wants us to move in together but i'm not sure
        they said I should
        """,
    AnswerClass.OUTSIDE_CONTROL: """
        get my kids back
        have my daughter back from foster care
        be discharged from hospital
        to get off this section
        my ex to take me back
        my mum to stop drinking
        win the lottery
        get given a council flat
        my dad to say sorry
        for my brother to forgive me
        that my neighbours would move away
        for them to let me out
        i want my husband to come home
        get my PIP back
        social services to leave us alone
        I want my son to ring me
        the doctors to take me off the depot
        be let home for christmas
        people to like me
        for my family to believe me
        win my appeal
        be given my driving licence back
        I want my mum to be alive again
        id want my nan back
        to be off the CTO
        be allowed unsupervised contact
        the home office says I can stay
        get leave to remain
        the war in my country to finish
        my benefits sorted by the dwp
        for my illness to be cured
        him back
        my old job back if they'd have me
        to have never been ill
        staff to treat me like a person
        my girlfriend to get better
        """,
    AnswerClass.TOO_BROAD: """
        be happy
        I just want to be happy again
        feel better
        get well
        a normal life
        feel like myself again
        be more like the old me
        to be ok
        recover
        be normal
        to have a better life
        everything to be different
        just feel good about myself
        sort my life out
        get my life together
        get back on track
        peace of mind
        be a better person
        things would be better
        Better mental health
        i'd be in a good place
        live my life
        be at peace
        I'd be happier, healthier
        get back to normal
        get my confidence back
        have a good life
        to be stable
        more positive
        be the best version of me
        I would feel well
        a fresh start
        enjoy life again
        to improve myself
        wellness
        """,
    AnswerClass.SEVERAL: """
        a job, a flat and a girlfriend
        go back to college, pass my driving test and get a dog
        1. see more of my kids 2. get fit 3. learn to cook
        get a job and also move out of my mums
        find a flat, pay my debts off, sort my teeth out
        i want to learn guitar and go to church and see my cousins
        more friends, more money, better sleep
        get fit and find some work
        cook more, walk more
        see my kids more. and get my teeth done. and maybe a holiday
        a holiday and a job
        two things, get a bike and join the library
        own place + a car
        learning Spanish and volunteering at the shelter
        I'd like to have a dog and also start singing again
        firstly a job then somewhere to live
        to write my book as well as getting an allotment
        - gym
          - driving lessons
          - see my nan
        sort my money out and get my own place
        pass maths, get a part time job
        """,
}

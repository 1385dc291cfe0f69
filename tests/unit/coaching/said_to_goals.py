"""What people say when asked what they want, by the class it should have. Written for these tests, one a line."""

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
        my daughter would be staying over and i'd be cooking for her
        have tea with my mum and dad on sundays
        get a job in a shop that sells fish and chips
        to sit down and eat with my family
        walk the dog and get some fresh air
        take my lad to the football and back
        to be a mum who picks her kids up from school
        sleep in my own bed all night
        learn to swim
        my own garden with tomatoes and beans
        be on the committee at the allotments
        go for a coffee with Sue
        work as a mechanic, like i used to, in a garage near me
        living with my cat, in a little flat, near my sister
        going out on my own, no panicking, just me and my music
        be the one who cooks at christmas
        go on a date
        speak up in meetings
        being able to phone people
        earn my own money
        have my brother round for tea
        being a regular at the cafe
        go back to being a hairdresser
        a proper night's sleep
        knit a jumper for my grandson
        sitting in the park feeding the ducks
        get to the top of ben nevis
        get my maths gcse and show my dad
        to go in shops
        ride a motorbike round scotland
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
        off the drugs
        sick of being skint
        tired of feeling like this
        i'm fed up of being stuck indoors
        i want the panic attacks gone
        no more panic attacks
        get off the drink
        be clean
        stay sober
        out of debt
        panic free
        not so anxious
        worry less
        stop the flashbacks
        to not hear voices
        not have to rely on my mum
        i dont want to feel like this anymore
        i wouldnt have to take so many pills
        i hate being on my own
        never feel this low again
        kick the fags
        pack in smoking
        get past what happened
        get over my ex
        be less of a burden to my family
        less pain
        not be stuck in this flat all day
        avoid ending up back in there
        put the past behind me
        without all this worry hanging over me
        quit gambling
        i'd stop shouting at my kids
        lose the weight i put on with the meds
        get out of this rut
        stop feeling guilty all the time
        i wouldnt be living here
        not wake up dreading the day
        escape from here
        to be able to leave the house without panicking
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
        my mum says its time i got a job
        social worker says i need to get out more
        because my mum keeps going on about it
        mum wants me to learn to cook
        the nurse reckons i should join a club
        my partner thinks id be better off working
        it was the psychologists idea not mine
        they keep telling me to lose weight
        well the doctor said exercise
        doctors want me to stop smoking
        my housing officer says i have to keep the flat tidy
        my son wants me to get a mobile
        i've been told i need to socialise more
        they said at the meeting i should get a routine
        the ward want me to do more groups
        my wife would be happier if i went to the gym
        its my mams dream for me to be a teacher
        my nan always wanted me to be a nurse
        to make my mum proud cos she wants me to go to uni
        support worker put it on my plan
        apparently i need to work on my social skills
        im meant to be looking for work
        everyone says i should get back out there
        my probation worker has set me a goal to get a job
        my boyfriend is always on at me to lose weight
        if it was up to my mum id be married
        do it to keep my nurse happy
        what my care team want is for me to live on my own
        my brother says move out
        my ex wants me to do a parenting course
        dad expects me to take over the shop
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
        my mum to be proud of me
        for my kids to come home
        that the council moves me
        that they give me my kids back
        my ex to let me see the kids
        to be let off my section
        i want my dad to love me
        the benefits people to leave me alone
        get my girlfriend to come back
        for my sister to speak to me
        my husband not to drink
        win big on the lottery
        a cure
        be given a new flat
        for people to understand me
        i want to be allowed home
        social services out of my life
        to get my asylum
        for the doctors to listen
        my neighbour to turn her music down
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
        to be well in myself
        inner peace
        feel alive again
        get better
        be me again
        just to live a normal life like everyone else
        be a functioning adult
        to be free
        feel human again
        to cope
        to be stronger
        have a purpose
        move forward
        find myself
        some stability
        a future
        be someone
        to be content with my life
        to feel good about who i am
        be more independent
        love myself
        be whole
        everything just to be ok
        to have a life
        better mental health and wellbeing
        success
        to be successful
        more energy and motivation
        to be more positive about things
        life would be good
        id be happy and healthy
        just normal stuff
        to feel safe
        be in control of my life
        feel better in myself and about life
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
        go to college and get a job
        move out and find a girlfriend
        have my own place and be working
        a job and somewhere nice to live
        my own flat and a dog to walk
        learn to drive and go on holiday abroad
        see my kids more and get fit
        be in work and be able to see my kids
        get a part time job and finish my course
        i want to sort my debts out and go to spain
        to have friends and a hobby
        get my teeth fixed and join a gym and lose some weight
        paint my flat and learn to cook
        a girlfriend and some mates
        couple of things really, a bike and a job
        go swimming and also start reading again
        i'd have a car and i'd be working
        lots of things. a job. a holiday. my teeth sorted
        start my own business and buy a house
        to go back to uni and to run a half marathon
        be working at the stables and living with my boyfriend
        get on better with my mum and pass my exams
        get a qualification plus a better flat
        making music and seeing my son every week
        pay off my loan and book a holiday
        """,
}
